"""What an editor should look at again in a pack that is not wrong: doubts, gaps, slips."""

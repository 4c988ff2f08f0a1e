"""The whole site as plain files, for hosts that only send what lies in a folder."""

// The spans of the time bar.

// The index of the span to show a day in: the preferred one if the day lies in it, else the first
// that has it.
export function spanOf(day, record, preferred) {
  const holds = ({ first, last }) => first <= day && day <= last;
  if (holds(record.spans[preferred])) return preferred;
  return Math.max(record.spans.findIndex(holds), 0);
}

// Whether something is new: true where the parts differ from those of the call before. What has not
// changed is not painted again.
export function newness() {
  let last = null;
  return (...parts) => {
    const key = JSON.stringify(parts);
    const isNew = key !== last;
    last = key;
    return isNew;
  };
}

// Stage and notes window talk through one channel, whose name has a random word: two briefings on one
// machine do not mix. A notes window that does not know the word asks for it in the lobby.

const LOBBY = "flankwatch-brief";
const PAIR = "flankwatch-brief-pair";

// The word of this stage; a reload keeps it.
export function ownPair() {
  const made = () => Math.random().toString(36).slice(2, 10);
  try {
    const known = window.sessionStorage.getItem(PAIR) || made();
    window.sessionStorage.setItem(PAIR, known);
    return known;
  } catch {
    return made();
  }
}

// The stage: tells where it is, to whoever asks as well, and goes where it is sent.
export function speakAs(pair, { state, go }) {
  const channel = new BroadcastChannel(`${LOBBY}-${pair}`);
  const lobby = new BroadcastChannel(LOBBY);
  const tell = () => channel.postMessage({ kind: "at", ...state() });
  channel.onmessage = ({ data }) => {
    if (data.kind === "ask") tell();
    else if (data.kind === "go") go(data.scene);
  };
  lobby.onmessage = ({ data }) => data.kind === "ask" && lobby.postMessage({ kind: "pair", pair });
  const close = () => [channel, lobby].forEach((each) => each.close());
  return { tell, close };
}

// The notes window: asks where the stage is, follows it, and sends it on.
export function listenAs(pair, follow) {
  let channel = null;
  const join = (word) => {
    channel = new BroadcastChannel(`${LOBBY}-${word}`);
    channel.onmessage = ({ data }) => data.kind === "at" && follow(data);
    channel.postMessage({ kind: "ask" });
  };
  if (pair) join(pair);
  else {
    const lobby = new BroadcastChannel(LOBBY);
    lobby.onmessage = ({ data }) => data.kind === "pair" && !channel && join(data.pair);
    lobby.postMessage({ kind: "ask" });
  }
  return { go: (scene) => channel?.postMessage({ kind: "go", scene }) };
}

// A worker that never listens: asking does not help.
setInterval(() => undefined, 1_000);

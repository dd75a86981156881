// Stands in for the worker: does nothing until it is asked to end.
const { exitWithParent } = await import(
  new URL('../../../dist/libs/kernel/lifecycle/index.js', import.meta.url).href
);
exitWithParent(async () => console.log('worker stopped'));
console.log(`worker writes mail to ${process.env.WEERBAAR_MAIL_FOLDER}`);

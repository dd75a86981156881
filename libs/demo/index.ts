export { demoAccounts, knownDemoAccounts, newDemoAccount } from './demo-accounts.js';
export { Demo } from './demo.js';
export { demoHrFile, spoiledDemoHrFile } from './hr-file.js';
export type { DemoAccount, DemoDatabase, DemoStart } from './demo-start.js';

export { demoAccounts, newDemoAccount } from './demo-accounts.js';
export { Demo } from './demo.js';
export type { DemoAccount, DemoStart } from './demo-start.js';

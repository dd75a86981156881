/** By the clock of this device, which may be wrong: good for how long ago something was, and never for what day it is. */
export const deviceTime = (): number => Date.now();

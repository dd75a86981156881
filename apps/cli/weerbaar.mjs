#!/usr/bin/env node
import { run } from '../standalone/bootstrap.mjs';

await run('apps/cli/main.js');

import { execFile } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { runTool, type Tools } from './tools.js';

const run = promisify(execFile);

/** The main process of a PostgreSQL server, as its file `postmaster.pid` tells. */
export interface Postmaster {
  readonly pid: number;
  readonly ready: boolean;
}

export function readPostmaster(clusterFolder: string): Postmaster | undefined {
  let lines: string[];
  try {
    lines = readFileSync(pidFile(clusterFolder), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const statusLine = 7;
  const pid = Number(lines[0]);
  return Number.isInteger(pid) && pid > 0 ? { pid, ready: lines[statusLine]?.trim() === 'ready' } : undefined;
}

/**
 * Stops a server that outlived the processes that should have stopped it. To be called only by who
 * holds the lock on the data folder: it stops whatever serves this cluster.
 */
export async function stopLeftover(clusterFolder: string, tools: Tools): Promise<void> {
  const postmaster = readPostmaster(clusterFolder);
  if (!postmaster) return;
  if (!(await isPostmasterOf(clusterFolder, postmaster.pid))) {
    // Left by a crash of the machine. PostgreSQL would take a stranger with the same number for itself.
    rmSync(pidFile(clusterFolder), { force: true });
    return;
  }
  try {
    await runTool(tools, tools.binaries.pgControl, [
      'stop',
      '-D',
      clusterFolder,
      '-m',
      'fast',
      '-w',
      '-t',
      '60',
    ]);
  } catch (error) {
    // Its guard may have been stopping it already.
    if (existsSync(pidFile(clusterFolder))) throw error;
  }
}

/** Process numbers are used again, so the number alone proves nothing: its command line has to be ours. */
export async function isPostmasterOf(clusterFolder: string, pid: number): Promise<boolean> {
  const command = await commandLine(pid);
  return command.includes('postgres') && command.includes(clusterFolder);
}

async function commandLine(pid: number): Promise<string> {
  try {
    if (process.platform === 'linux')
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    if (process.platform === 'win32') {
      const query = `(Get-CimInstance Win32_Process -Filter "ProcessId=${pid}").CommandLine`;
      return (await run('powershell.exe', ['-NoProfile', '-Command', query], { windowsHide: true })).stdout;
    }
    return (await run('ps', ['-ww', '-o', 'args=', '-p', String(pid)])).stdout;
  } catch {
    return '';
  }
}

function pidFile(clusterFolder: string): string {
  return join(clusterFolder, 'postmaster.pid');
}

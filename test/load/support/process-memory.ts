import { readFileSync } from 'node:fs';

/** The most resident memory a process ever had, in megabytes; 0 when it is gone or the system does not tell. */
export function peakMemory(pid: number): number {
  const [, kilobytes = '0'] = /^VmHWM:\s+(\d+)/m.exec(read(`/proc/${pid}/status`)) ?? [];
  return Number(kilobytes) / 1024;
}

/** The same for the largest of its child processes, among those that lived while `work` was done. */
export async function peakMemoryOfChildren(pid: number, work: () => Promise<unknown>): Promise<number> {
  let peak = 0;
  const look = setInterval(() => {
    for (const child of read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean)) {
      peak = Math.max(peak, peakMemory(Number(child)));
    }
  }, 20);
  await work().finally(() => clearInterval(look));
  return peak;
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

import { readConfig } from '../../hub/config.ts';
import { openHub } from '../../hub/hub.ts';
import { createJobs } from '../../hub/jobs/jobs.ts';

/**
 * A hub's jobs as a process of their own, for tests that kill it: the environment is its configuration, each tick follows
 * the last at once. Says `up` when it is ready and `idle` when nothing was left to do.
 */
const result = readConfig(process.env);
if (!result.ok) throw new Error(result.problems.join(' '));
const hub = await openHub(result.config);
const jobs = createJobs(hub);
process.stdout.write('up\n');
for (;;) {
  const { opened, sent, failed } = await jobs.tick();
  if (opened + sent + failed === 0) process.stdout.write('idle\n');
  await new Promise((resolve) => {
    setTimeout(resolve, 20);
  });
}

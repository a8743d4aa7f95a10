// The door of every npm command: plain JavaScript, because it has to run on whatever Node (20 or later) the machine
// has. It makes the project's own set-up complete (Node 24, locked dependencies) and hands over to a TypeScript task.
//
//   node scripts/run.mjs <task> [arguments]      runs scripts/<task>.ts
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const REQUIRED_NODE = 24;
const root = dirname(dirname(fileURLToPath(import.meta.url)));

const [task, ...args] = process.argv.slice(2);
if (!task || !existsSync(join(root, 'scripts', `${task}.ts`))) {
  console.error(
    `Unknown task "${task ?? ''}". The commands are listed in package.json under "scripts".`,
  );
  process.exit(2);
}

const node = projectNode();
const env = {
  // Compiled once, TypeScript included: the hub then starts in half the time and a sixth less memory.
  NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'node'),
  ...process.env,
  PATH: [join(root, 'node_modules', '.bin'), dirname(node), process.env.PATH].join(delimiter),
};
installLockedDependencies();
const run = spawnSync(node, [join(root, 'scripts', `${task}.ts`), ...args], {
  cwd: root,
  env,
  stdio: 'inherit',
});
process.exit(run.status ?? 1);

/** The machine's Node when it is new enough, else the project's own copy under `.node/`, fetched once. */
function projectNode() {
  if (Number(process.versions.node.split('.')[0]) >= REQUIRED_NODE) return process.execPath;
  const windows = process.platform === 'win32';
  // One package a platform carries the runtime; naming it directly needs no install script.
  const family = process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
  const name = `${family}-${windows ? 'win' : process.platform}-${process.arch}`;
  const home = join(root, '.node');
  const executable = join(home, 'node_modules', name, 'bin', windows ? 'node.exe' : 'node');
  if (!existsSync(executable)) {
    console.log(
      `Node ${process.versions.node} is older than ${REQUIRED_NODE}: getting the project its own …`,
    );
    mkdirSync(home, { recursive: true });
    npm(
      [
        'install',
        '--prefix',
        home,
        '--no-save',
        '--no-audit',
        '--no-fund',
        `${name}@${REQUIRED_NODE}`,
      ],
      process.env,
    );
  }
  if (!existsSync(executable)) {
    console.error(
      `Node ${REQUIRED_NODE} could not be had from the package registry. Install Node ${REQUIRED_NODE} or later and try again.`,
    );
    process.exit(1);
  }
  return executable;
}

/** `npm ci` when the lock file changed since the last time, or nothing was installed yet. */
function installLockedDependencies() {
  const stamp = join(root, 'node_modules', '.banso-lock');
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('Installing the locked dependencies …');
  npm(['ci', '--no-audit', '--no-fund', '--loglevel', 'error'], env);
  writeFileSync(stamp, lock);
}

function npm(npmArgs, npmEnv) {
  const result = spawnSync('npm', npmArgs, {
    cwd: root,
    env: npmEnv,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) {
    console.error(
      `"npm ${npmArgs[0]}" did not succeed; its message above says why. Nothing else was changed.`,
    );
    process.exit(1);
  }
}

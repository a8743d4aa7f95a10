import type { LogLevel } from './config.ts';

/** Facts of a log line: numbers, codes and ids of departments; never a name, an address, a token or a person's id. */
export type LogFacts = Readonly<Record<string, string | number | boolean>>;

/** Structured log, one JSON object a line. */
export interface Log {
  debug(message: string, facts?: LogFacts): void;
  info(message: string, facts?: LogFacts): void;
  warn(message: string, facts?: LogFacts): void;
  error(message: string, facts?: LogFacts): void;
}

const ORDER: readonly LogLevel[] = ['debug', 'info', 'warn', 'error', 'silent'];

/** A log that says nothing below `level`; lines go to `write`, standard error by default. */
export function createLog(
  level: LogLevel,
  write: (line: string) => void = (line) => process.stderr.write(`${line}\n`),
): Log {
  const at =
    (lineLevel: LogLevel) =>
    (message: string, facts: LogFacts = {}) => {
      if (ORDER.indexOf(lineLevel) < ORDER.indexOf(level)) return;
      write(JSON.stringify({ at: new Date().toISOString(), level: lineLevel, message, ...facts }));
    };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

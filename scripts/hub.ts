/** `npm run hub [-- command]`: the hub's own command line (`hub/main.ts`), after the set-up that every command does. */
await import('../hub/main.ts');

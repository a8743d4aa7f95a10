/**
 * One Monday in a process of its own, so that its memory is its own: nothing of the filling counts. Reads its orders
 * as JSON from standard input, prints what it took as JSON.
 */
import { text } from 'node:stream/consumers';
import { runMonday, type MondayOrders } from './run-monday.ts';

const orders = JSON.parse(await text(process.stdin)) as MondayOrders;
process.stdout.write(JSON.stringify(await runMonday(orders)));

import 'temporal-polyfill/global';
import fc from 'fast-check';

/**
 * Before every test file: Temporal, which Node 24 lacks and the browsers the product asks for have; and one seed for the
 * properties, so that a red test is red again. `BANSO_SEED=random` looks further.
 */
const seed = process.env['BANSO_SEED'] ?? '20261123';
if (seed !== 'random') fc.configureGlobal({ seed: Number(seed) });

/** Node 24 has no Temporal yet; the browsers the product asks for have it. */
import 'temporal-polyfill/global';

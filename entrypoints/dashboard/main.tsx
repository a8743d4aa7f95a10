import { createRoot } from 'react-dom/client';
import '../../components/ui/base.css';
import { openPersonStore } from '../../lib/stores/person-store.ts';
import { Dashboard } from './dashboard.tsx';

createRoot(document.querySelector('#root')!).render(<Dashboard store={openPersonStore()} />);

import { createRoot } from 'react-dom/client';
import '../../components/ui/base.css';
import { openPersonStore } from '../../lib/stores/person-store.ts';
import { BoardScreen } from './board-screen.tsx';

createRoot(document.querySelector('#root')!).render(<BoardScreen store={openPersonStore()} />);

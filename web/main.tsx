// Starts the web app: nonce and colour scheme before anything is drawn, then React.
import { createRoot } from 'react-dom/client';
import './app/base.css';
import { App } from './app/app.tsx';
import { applyColourScheme, fetchWorkerAfterEngine, takeNonce } from './app/boot.ts';

const nonce = takeNonce();
applyColourScheme();
fetchWorkerAfterEngine();
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(<App nonce={nonce} />);

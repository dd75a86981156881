import '@fontsource-variable/source-sans-3/wght.css';
import './ui.js';
import './theme/tokens.css';
import './theme/app.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import { prepareTexts } from './texts/index.js';

const place = document.getElementById('app');
if (!place) throw new Error('index.html has no place for the app');
await prepareTexts();
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

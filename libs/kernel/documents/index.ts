export { csvHeader, csvRow, renderCsv, renderTablesArchive } from './csv-renderer.js';
export * from './document-model.js';
export { documentStyleHash, documentStylesheet } from './document-style.js';
export * from './formats.js';
export { renderHtml } from './html-renderer.js';
export type { PdfCopy } from './pdf/typeset-order.js';
export { Typesetter, TypesettingError, type TypesetLimits, type TypesettingFault } from './pdf/typesetter.js';
export { renderSpreadsheet } from './spreadsheet-renderer.js';
export { renderWord } from './word-renderer.js';

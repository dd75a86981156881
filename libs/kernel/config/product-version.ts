/** The version of Weerbaar. Part of what makes a document reproducible: same version, same bytes. */
export const productVersion = '0.1.0';

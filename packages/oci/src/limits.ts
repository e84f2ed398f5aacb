/** Bytes of a manifest or an index: what the distribution specification 1.1 asks registries to take at least. */
export const manifestLimit = 4 * 1024 * 1024;

/** Bytes of an answer with a token: those of public registries have a few thousand. */
export const tokenLimit = 64 * 1024;

/** Redirects of one request: registries send a client to their storage, and that once. */
export const redirectLimit = 5;

/** Layers of an image: what the overlay file system of Linux takes is 500 (OVL_MAX_STACK), Docker stops at 127. */
export const layerLimit = 500;

/** Manifests of an index. Public ones have one for each platform and an attestation beside it. */
export const platformLimit = 500;

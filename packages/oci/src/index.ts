export { type Descriptor, type ImageConfig, type ImageIndex, type ImageManifest, mediaTypes } from './document.ts';
export { OciError, type OciErrorCode } from './errors.ts';
export { buildImage } from './image-builder.ts';
export { type Layer, packLayer } from './layer.ts';
export { ImageLayout } from './layout.ts';
export { formatReference, type ImageReference, parseReference } from './reference.ts';
export { createRegistry } from './registry.ts';
export { type Blob, type ImageStore, joinStores } from './store.ts';

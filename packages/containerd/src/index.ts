export { ContainerdConnection } from './connection.ts';
export { Container, type ContainerDescription, type Exit } from './container.ts';
export { ContainerdError, type ContainerdErrorCode } from './errors.ts';
export { type ListedImage, listImages } from './image-list.ts';
export { Images, type PulledImage } from './images.ts';
export { type PodContainer, Pods } from './pods.ts';
export { normalReference, pinnedReference } from './reference.ts';

/** The API of a node as a client sees it. */
export { endpointAddress } from './endpoint.ts';
export { openTalosClient, type TalosClient, type TalosClientOptions, type TalosServices, tlsOfContext } from './talos-client.ts';

/** The service through which pods reach the API of the machines: its name, for clients and for certificates, is `talos.default`. */
export const talosApiService = { name: 'talos', namespace: 'default' } as const;

/** apid's. */
export const talosApiPort = 50000;

export { boundingCapabilities } from './capabilities.ts';
export { type DiskOperations, type DiskStatistics, parseDiskstats } from './diskstats.ts';
export { parseLoadavg } from './loadavg.ts';
export { parseMeminfo } from './meminfo.ts';
export { type Mount, parseMounts } from './mounts.ts';
export { type NetworkDevice, parseNetDev, type TrafficCounters } from './net-dev.ts';
export { type Process, parseProcessStat, readProcesses } from './processes.ts';
export { parseSockets, type Socket, type SocketAddress } from './sockets.ts';
export { type CpuTime, parseStat, type SystemStat, ticksPerSecond } from './stat.ts';

import type { ChannelOptions } from '@grpc/grpc-js';

/** Bytes of one message, in both directions: what Talos allows, so that a configuration or a list of processes fits. */
export const maxMessageSize = 32 << 20;

/** What every server and client of ours has in common. */
export const channelOptions: ChannelOptions = {
	'grpc.max_receive_message_length': maxMessageSize,
	'grpc.max_send_message_length': maxMessageSize,
	// a registry of every call and connection, for a debugger that nobody attaches
	'grpc.enable_channelz': 0,
	// milliseconds: a server that comes back is found within a second, however often it was not there (unless told so, two minutes)
	'grpc.initial_reconnect_backoff_ms': 100,
	'grpc.max_reconnect_backoff_ms': 1000,
};

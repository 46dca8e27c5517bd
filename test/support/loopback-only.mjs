// Loaded before the program in tests that name real hosts: whatever is not loopback is refused in the process itself.
import dns from 'node:dns';
import net from 'node:net';

const local = (host) => host === undefined || /^(127\.\d+\.\d+\.\d+|::1|localhost|.*\.localhost)$/.test(host);
const refuse = (host) => {
  process.stderr.write(`LOOPBACK ONLY: ${host} was asked for\n`);
  process.exit(99);
};

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function guarded(...args) {
  const [first, second] = Array.isArray(args[0]) ? args[0] : args;
  const options =
    typeof first === 'object'
      ? first
      : { port: first, host: typeof second === 'string' ? second : undefined };
  if (options.path === undefined && !local(options.host)) refuse(options.host);
  return Reflect.apply(connect, this, args);
};

const { lookup } = dns;
dns.lookup = (host, ...rest) => {
  if (!local(host)) refuse(host);
  return lookup(host, ...rest);
};

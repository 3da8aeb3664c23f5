import { connect, createServer } from "node:net";

/** Whether a server could listen on this loopback port now. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const server = createServer();
    server.once("error", () => answer(false));
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => server.close(() => answer(true)));
  });
}

/** A loopback port that the system says is free; `preferred` when nobody has it. */
export async function freePort(preferred?: number): Promise<number> {
  if (preferred && (await isFree(preferred))) return preferred;
  return new Promise((answer, refuse) => {
    const server = createServer();
    server.once("error", refuse);
    server.listen({ port: 0, host: "127.0.0.1" }, () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === "object" ? answer(address.port) : refuse(new Error("No free port.")),
      );
    });
  });
}

/** Whether something accepts connections on this loopback port. */
export function isAnswering(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const socket = connect({ port, host: "127.0.0.1", timeout: 500 });
    const settle = (value: boolean) => {
      socket.destroy();
      answer(value);
    };
    socket.once("connect", () => settle(true));
    socket.once("error", () => settle(false));
    socket.once("timeout", () => settle(false));
  });
}

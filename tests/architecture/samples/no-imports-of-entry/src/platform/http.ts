import { server } from '../entry/server.ts';
export const http = server;

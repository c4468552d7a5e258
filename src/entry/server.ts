/** Starts the server: read the settings, open the database, bring its tables up to date, listen. */
import { runServer } from './run-server.ts';

await runServer();

/**
 * Figures for who runs the server, in the text format of Prometheus. INVARIANT: no personal data and nothing of an
 * organisation: a path is counted under its pattern, never under its values.
 */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

export type Answered = { readonly method: string; readonly route: string; readonly status: number; readonly seconds: number };
export type Metrics = {
  readonly answered: (answer: Answered) => void;
  /** Another figure, read when somebody looks: `regie_<what>_<unit>`. */
  readonly gauge: (name: `regie_${string}`, help: string, read: () => number | Promise<number>) => void;
  readonly text: () => Promise<string>;
};

export const metricsMediaType = 'text/plain; version=0.0.4; charset=utf-8';

export function makeMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const labelNames = ['method', 'route', 'status'] as const;
  const requests = new Counter({ name: 'regie_requests_total', help: 'Requests answered, by pattern of the path.', labelNames, registers: [registry] });
  const duration = new Histogram({ name: 'regie_request_duration_seconds', help: 'Time until an answer was ready.', labelNames: ['method', 'route'], buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10], registers: [registry] });
  return {
    answered: ({ method, route, status, seconds }) => {
      requests.inc({ method, route, status });
      duration.observe({ method, route }, seconds);
    },
    gauge: (name, help, read) => {
      // prom-client hands the gauge over as `this`.
      registry.registerMetric(new Gauge({ name, help, registers: [], async collect() { this.set(await read()); } }));
    },
    text: () => registry.metrics(),
  };
}

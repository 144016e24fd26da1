import type { RequestListener } from 'node:http'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { KeptPages } from './site/keptPages.ts'

/** Numbers for whoever runs the site. They say nothing of who asked for what. */
export interface Metrics {
  /** That a request was answered, with which status, in how many seconds. */
  readonly observe: (status: number, seconds: number) => void
  readonly refreshFailed: () => void
  /** `/metrics` in the form that Prometheus reads. */
  readonly answer: RequestListener
}

export function createMetrics(pages: KeptPages): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const requests = new Histogram({
    name: 'thidua_request_seconds',
    help: 'Time to answer a request, by class of status',
    labelNames: ['status'],
    buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10],
    registers,
  })
  const failures = new Counter({
    name: 'thidua_refresh_failures_total',
    help: 'How often the publications could not be listed',
    registers,
  })
  new Gauge({
    name: 'thidua_pages_kept',
    help: 'Pages that are kept ready for the wire',
    registers,
    collect() {
      this.set(pages.count())
    },
  })
  return {
    observe: (status, seconds) => requests.observe({ status: `${Math.floor(status / 100)}xx` }, seconds),
    refreshFailed: () => failures.inc(),
    answer: async (request, response) => {
      if (request.url !== '/metrics') {
        response.writeHead(404).end()
        return
      }
      const text = await registry.metrics()
      response.writeHead(200, { 'Content-Type': registry.contentType }).end(text)
    },
  }
}

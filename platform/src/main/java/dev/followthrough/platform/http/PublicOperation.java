package dev.followthrough.platform.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operation that needs no access token: what its path holds is the credential. A token that is
 * sent with it is not looked at, the feature limits its load by itself, with the same headers, and
 * it says nothing of the owner's positions.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface PublicOperation {}

package dev.precept.quickstart.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.precept.quickstart.kept.Secrets;
import java.io.IOException;
import java.text.ParseException;

/// The key that signs tokens, kept so that a token outlives a restart of its issuer.
final class SigningKey {

    private static final String NAME = "signing-key";

    private SigningKey() {}

    static JWKSet kept(Secrets secrets) throws IOException {
        try {
            return new JWKSet(RSAKey.parse(secrets.keep(NAME, SigningKey::make)));
        } catch (ParseException torn) {
            throw new IOException(
                    "the signing key in the data directory is unreadable; delete secrets/"
                            + NAME
                            + " and start again",
                    torn);
        }
    }

    private static String make() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyIDFromThumbprint(true)
                    .generate()
                    .toJSONString();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

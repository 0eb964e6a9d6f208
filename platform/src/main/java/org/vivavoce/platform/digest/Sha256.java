package org.vivavoce.platform.digest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-256 of bytes.
 */
public final class Sha256 {

	private Sha256() {
	}

	/**
	 * The digest of parts one after the other, 32 bytes.
	 */
	public static byte[] of(byte[]... parts) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			for (byte[] part : parts) {
				digest.update(part);
			}
			return digest.digest();
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	/**
	 * The digest as 64 hexadecimal digits.
	 */
	public static String hex(byte[]... parts) {
		return HexFormat.of().formatHex(of(parts));
	}

	/**
	 * The beginning of the digest, where that tells enough apart.
	 * @param bytes of the digest; each makes two hexadecimal digits
	 */
	public static String shortHex(int bytes, byte[]... parts) {
		return HexFormat.of().formatHex(of(parts), 0, bytes);
	}

}

package dev.precept.inference.modelfolder;

/// A folder is no model that can be run. The message names the file and the field.
public final class ModelFolderException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ModelFolderException(String message) {
        super(message);
    }

    ModelFolderException(String message, Throwable cause) {
        super(message, cause);
    }
}

namespace TypedTune.Learning;

/// <summary>A file or stream that cannot be loaded as the model that is expected. The message says what is wrong and what to do.</summary>
public sealed class ModelFileException : Exception
{
    /// <summary>Creates an exception.</summary>
    /// <param name="problem">What is wrong.</param>
    /// <param name="message">What is wrong, where, and what to do, as a sentence.</param>
    /// <param name="innerException">What was thrown while the model was made; null, the default, where nothing was.</param>
    public ModelFileException(ModelFileProblem problem, string message, Exception? innerException = null)
        : base(message, innerException) => Problem = problem;

    /// <summary>What is wrong.</summary>
    public ModelFileProblem Problem { get; }

    /// <summary>The file; null where a stream was read.</summary>
    public string? Path { get; private init; }

    /// <summary>The same problem, of a file.</summary>
    internal ModelFileException In(string path) => new(Problem, $"{System.IO.Path.GetFileName(path)}: {Message}", InnerException) { Path = path };

    internal static ModelFileException Damaged(string what) => new(ModelFileProblem.Damaged, $"The model is damaged: {what}. Save it again, or take another copy.");
}

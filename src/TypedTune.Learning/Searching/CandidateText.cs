namespace TypedTune.Learning;

/// <summary>A configuration as the text of the hyperparameters that a space varies, which tells it from the space's others.</summary>
internal static class CandidateText
{
    public static string Of<TSelf>(IReadOnlyList<SpaceParameter<TSelf>> parameters, TSelf configuration) =>
        Of(parameters.Select(parameter => (parameter.Path, parameter.Format(configuration)!)).Where(parameter => parameter.Item2 is not null));

    public static string Of(IEnumerable<(string Path, string Text)> parameters) =>
        string.Join(", ", parameters.OrderBy(parameter => parameter.Path, StringComparer.Ordinal).Select(parameter => $"{parameter.Path} = {parameter.Text}"));
}

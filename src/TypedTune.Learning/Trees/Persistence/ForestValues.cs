namespace TypedTune.Learning;

/// <summary>A tree or forest as values of a saved model.</summary>
/// <typeparam name="TConfiguration">What it was grown from.</typeparam>
/// <param name="Configuration">What it was grown from.</param>
/// <param name="Names">The columns at fit.</param>
/// <param name="Levels">The labels; empty in a regression.</param>
/// <param name="Trees">The trees, without traits.</param>
internal sealed record ForestValues<TConfiguration>(TConfiguration Configuration, FeatureNames Names, string[] Levels, GrownTree[] Trees)
    where TConfiguration : TreeConfiguration
{
    /// <summary>Writes a tree or forest.</summary>
    /// <param name="writer">The writer.</param>
    public void Write(ModelWriter writer)
    {
        writer.Configuration("Configuration", Configuration);
        writer.FeatureNames("Features", Names);
        writer.Texts("Levels", Levels);
        TreeValues.Write(writer, Trees);
    }

    /// <summary>Reads a tree or forest, and checks it.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="prototype">A configuration of the kind that was grown.</param>
    /// <param name="isClassifier">Whether it predicts labels.</param>
    /// <exception cref="ModelFileException">The values are damaged.</exception>
    public static ForestValues<TConfiguration> Read(ModelReader reader, TConfiguration prototype, bool isClassifier)
    {
        var configuration = reader.Configuration("Configuration", prototype);
        var names = reader.FeatureNames("Features");
        string[] levels = reader.Texts("Levels");
        reader.Require(names.Count > 0, "it has no columns");
        reader.Require(isClassifier == levels.Length > 0 && levels.Distinct(StringComparer.Ordinal).Count() == levels.Length, "its labels are none, or one occurs twice");
        var trees = TreeValues.Read(reader, names, levels.Length);
        reader.Require(configuration is ForestConfiguration || trees.Length == 1, "a single tree holds several");
        return new ForestValues<TConfiguration>(configuration, names, levels, trees);
    }
}

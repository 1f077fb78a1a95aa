namespace Housing;

/// <summary>A column a category.</summary>
[Pipeline]
public sealed partial record CategoryPipeline
{
    public CategoryImputer Impute { get; init; } = new();
    public OneHotEncoder Encode { get; init; } = new() { UnknownCategories = UnknownCategories.Ignore };
}
